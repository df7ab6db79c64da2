import type { EChartsOption } from "echarts";
import type { Tile } from "../places/places.ts";
import { drawPng } from "./raster.ts";

/** What a picture shows: its title stands above it, the note (of when it is) below. */
export interface Picture {
  title: string;
  note: string;
}

export interface Bar {
  label: string;
  value: number;
}

const WIDTH = 720;
export const FONT = "Noto Sans";
export const INK = "#1f2933";
const FAINT = "#5b6773";
export const BLUE = "#2f7891";
/** From none to most: one hue, so that it can be told in grey as well. */
const SHADES = ["#eef2f5", "#cfe3ea", "#9cc8d6", "#5fa3ba", "#2f7891", "#174f63"];
export const EMPTY = "#e9edf1";

/** A phone shows the picture at half its width or less, so letters are large for their tile. */
const TILE_HEIGHT = 88;
const LINE_SIGNS = 8;

/** "1204" as "1.204". */
export const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ".");

/** The kecamatan with their numbers, as a PNG. `counts` is by the name of a kecamatan. */
export function tileMap(
  picture: Picture,
  counts: ReadonlyMap<string, number>,
  tiles: readonly Tile[],
): Promise<Buffer> {
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
  const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
  // By the root, or one large kecamatan would leave all others in the same pale shade.
  const shade = (name: string) => Math.sqrt(counts.get(name) ?? 0);
  const most = Math.max(1, ...tiles.map(({ name }) => shade(name)));
  const data = tiles.map(({ name, row, column }) => ({
    value: [column, row, shade(name)],
    name,
    label: { color: shade(name) > most * 0.55 ? "#ffffff" : INK },
  }));
  const height = rows * TILE_HEIGHT + 150;
  const axis = (length: number) => ({
    type: "category" as const,
    data: Array.from({ length }, (_, at) => String(at)),
    show: false,
  });
  return draw(height, {
    ...frame(picture, height),
    grid: { left: 12, right: 12, top: 76, bottom: 60 },
    xAxis: axis(columns),
    yAxis: { ...axis(rows), inverse: true },
    visualMap: {
      show: false,
      min: 0,
      max: most,
      dimension: 2,
      inRange: { color: SHADES },
    },
    series: [
      {
        type: "heatmap",
        data,
        itemStyle: { borderColor: "#ffffff", borderWidth: 3, borderRadius: 6 },
        label: {
          show: true,
          fontFamily: FONT,
          formatter: ({ data: one }) => {
            const { name } = one as unknown as { name: string };
            return `{count|${grouped(counts.get(name) ?? 0)}}\n${lines(name)}`;
          },
          rich: {
            count: { fontFamily: FONT, fontWeight: "bold", fontSize: 24, lineHeight: 28 },
            name: { fontFamily: FONT, fontSize: 15, lineHeight: 18 },
          },
        },
      },
    ],
  });
}

/** A name on a tile, in two lines where it is long: "Waringin-\nkurung". */
function lines(name: string): string {
  const parts =
    name.length <= LINE_SIGNS
      ? [name]
      : name.includes(" ")
        ? name.split(" ")
        : [`${name.slice(0, splitAt(name))}-`, name.slice(splitAt(name))];
  return parts.map((part) => `{name|${part}}`).join("\n");
}

/** Before a consonant that a vowel follows, near the middle. */
function splitAt(name: string): number {
  const middle = Math.ceil(name.length / 2);
  for (const at of [middle, middle + 1, middle - 1, middle + 2])
    if (/^[^aeiou][aeiou]/.test(name.slice(at))) return at;
  return middle;
}

const BAR = 44;
/** Room for names beside the bars; longer ones take two lines, and then end in dots. */
const LABELS = 216;
const LABEL_SIGNS = 44;

/** Bars with their numbers, the first on top, as a PNG. */
export function barChart(picture: Picture, bars: readonly Bar[]): Promise<Buffer> {
  const height = bars.length * BAR + 150;
  const longest = Math.max(0, ...bars.map(({ label }) => label.length));
  const left = Math.min(LABELS, longest * 9) + 36;
  return draw(height, {
    ...frame(picture, height),
    grid: { left, right: 72, top: 76, bottom: 60 },
    xAxis: { type: "value", show: false, min: 0, max: Math.max(1, ...bars.map((b) => b.value)) },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map(({ label }) => cut(label)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        ...{ fontFamily: FONT, fontSize: 17, lineHeight: 19, color: INK },
        ...{ width: LABELS, overflow: "break" as const },
        interval: 0,
      },
    },
    series: [
      {
        type: "bar",
        data: bars.map(({ value }) => value),
        barWidth: 22,
        itemStyle: { color: BLUE, borderRadius: [0, 5, 5, 0] },
        backgroundStyle: { color: EMPTY, borderRadius: [0, 5, 5, 0] },
        showBackground: true,
        label: {
          show: true,
          position: "right",
          formatter: ({ value }) => grouped(Number(value)),
          ...{ fontFamily: FONT, fontSize: 17, fontWeight: "bold", color: INK },
        },
      },
    ],
  });
}

function cut(label: string): string {
  const signs = Array.from(label);
  return signs.length > LABEL_SIGNS ? `${signs.slice(0, LABEL_SIGNS).join("")}…` : label;
}

/** What all pictures have: the title above, the note below, our font. */
export function frame({ title, note }: Picture, height: number): EChartsOption {
  return {
    animation: false,
    backgroundColor: "#ffffff",
    textStyle: { fontFamily: FONT },
    title: [
      {
        text: title,
        left: 20,
        top: 16,
        textStyle: { fontFamily: FONT, fontSize: 24, fontWeight: "bold", color: INK },
      },
      {
        text: note,
        left: 20,
        top: height - 40,
        textStyle: { fontFamily: FONT, fontSize: 14, fontWeight: "normal", color: FAINT },
      },
    ],
  };
}

export type ChartOption = EChartsOption;

/** The PNG of a chart, as high as is said and as wide as all are. */
export async function draw(height: number, option: ChartOption): Promise<Buffer> {
  const { init } = await import("echarts");
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  // Twice as fine as it is wide, for the screens of phones; few colours keep it small.
  return drawPng(svg, { density: 144, colours: 64 });
}
