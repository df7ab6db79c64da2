import type { MapPoint } from "./training.ts";

const NUMBER = String.raw`(-?\d{1,3}\.\d{2,15})`;
const PAIR = new RegExp(`^\\s*${NUMBER}\\s*[,;\\s]\\s*${NUMBER}\\s*$`);

/** Reads a point of the map as map programs copy it: "-6.88512, 107.61364", latitude first. */
export function readPoint(typed: string): MapPoint | undefined {
  const [, north, east] = PAIR.exec(typed) ?? [];
  if (north === undefined || east === undefined) return undefined;
  const [latitude, longitude] = [Number(north), Number(east)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? { latitude, longitude }
    : undefined;
}
