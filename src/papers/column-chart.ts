import { BLUE, draw, EMPTY, FONT, frame, grouped, INK, type Picture } from "./chart.ts";

export interface ChartColumn {
  /** Stands below it, in one or two lines. */
  label: string;
  value: number;
  /** What it could be at most, such as all who were expected: a pale column behind it. */
  of?: number;
}

const HEIGHT = 480;

/** Columns with their numbers on top, the first on the left, as a PNG: for what goes by time. */
export function columnChart(picture: Picture, columns: readonly ChartColumn[]): Promise<Buffer> {
  const most = Math.max(1, ...columns.map(({ value, of = 0 }) => Math.max(value, of)));
  const isNarrow = columns.length > 8;
  const size = isNarrow ? 15 : 18;
  // "100/120" of neighbours would touch.
  const onTop = isNarrow && columns.some(({ of }) => of !== undefined) ? 12 : size;
  const column = { type: "bar" as const, barMaxWidth: 72, barCategoryGap: "28%" };
  return draw(HEIGHT, {
    ...frame(picture, HEIGHT),
    grid: { left: 20, right: 20, top: 110, bottom: 110 },
    yAxis: { type: "value", show: false, min: 0, max: most },
    xAxis: {
      type: "category",
      data: columns.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INK } },
      axisLabel: {
        fontFamily: FONT,
        fontSize: size,
        lineHeight: size + 3,
        color: INK,
        interval: 0,
      },
    },
    series: [
      {
        ...column,
        data: columns.map(({ of = 0 }) => of),
        itemStyle: { color: EMPTY, borderRadius: [5, 5, 0, 0] },
        barGap: "-100%",
        silent: true,
      },
      {
        ...column,
        data: columns.map(({ value }) => value),
        itemStyle: { color: BLUE, borderRadius: [5, 5, 0, 0] },
        z: 3,
      },
      {
        ...{
          type: "scatter",
          symbolSize: 1,
          itemStyle: { color: "transparent", opacity: 1 },
          z: 4,
        },
        data: columns.map(({ value, of = 0 }) => Math.max(value, of)),
        label: {
          show: true,
          position: "top",
          formatter: ({ dataIndex }: { dataIndex: number }) => told(columns[dataIndex]),
          ...{ fontFamily: FONT, fontSize: onTop, fontWeight: "bold", color: INK },
        },
      },
    ],
  });
}

const told = (column: ChartColumn | undefined) =>
  column
    ? [column.value, column.of]
        .filter((one) => one !== undefined)
        .map(grouped)
        .join("/")
    : "";
