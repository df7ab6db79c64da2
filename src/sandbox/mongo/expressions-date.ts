import { DateTime, FixedOffsetZone, IANAZone } from "luxon";
import type { Zone } from "luxon";
import { isNone, readNamed } from "./arguments.ts";
import type { Compile, Expression } from "./arguments.ts";
import { isDoc, isOperatorDoc } from "./documents.ts";
import { MongoError, notOffered } from "./errors.ts";

type Unit =
  "year" | "quarter" | "month" | "week" | "day" | "hour" | "minute" | "second" | "millisecond";
type Values = Record<string, unknown>;

const unitMs: Partial<Record<Unit, number>> = {
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};
const units = ["year", "quarter", "month", "week", "day", ...Object.keys(unitMs)];
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const parts: Record<string, (time: DateTime) => number> = {
  $year: (time) => time.year,
  $month: (time) => time.month,
  $dayOfMonth: (time) => time.day,
  $hour: (time) => time.hour,
  $dayOfWeek: (time) => (time.weekday % 7) + 1,
};

/** Required and optional names of each, and its value; null when a required one is none. */
const functions: Record<string, [string[], string[], (values: Values) => unknown]> = {
  $dateToString: [["date"], ["format", "timezone", "onNull"], dateToString],
  $dateTrunc: [["date", "unit"], ["timezone", "startOfWeek"], dateTrunc],
  $dateAdd: [["startDate", "unit", "amount"], ["timezone"], dateAdd],
  $dateDiff: [["startDate", "endDate", "unit"], ["timezone", "startOfWeek"], dateDiff],
};

export function compileDateExpression(
  name: string,
  argument: unknown,
  compile: Compile,
): Expression | undefined {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (part)
    return compileNamed(
      name,
      partArguments(argument),
      [["date"], ["timezone"], (values) => part(timeOf(values["date"], values))],
      compile,
    );
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  return known && compileNamed(name, argument, known, compile);
}

function partArguments(argument: unknown): unknown {
  if (Array.isArray(argument) && argument.length === 1) return { date: argument[0] as unknown };
  return isDoc(argument) && !isOperatorDoc(argument) ? argument : { date: argument };
}

function compileNamed(
  name: string,
  argument: unknown,
  [required, optional, evaluate]: [string[], string[], (values: Values) => unknown],
  compile: Compile,
): Expression {
  const inner = Object.entries(readNamed(name, argument, required, optional)).map(
    ([key, value]) => [key, compile(value)] as const,
  );
  return (scope) => {
    const values = Object.fromEntries(inner.map(([key, value]) => [key, value(scope)]));
    if (required.some((key) => isNone(values[key]))) return values["onNull"] ?? null;
    const missing = inner.some(([key]) => key !== "onNull" && isNone(values[key]));
    return missing ? null : evaluate(values);
  };
}

function timeOf(date: unknown, values: Values): DateTime {
  if (!(date instanceof Date)) throw new MongoError(16006, "can't convert the value to a date");
  return DateTime.fromJSDate(date, { zone: zoneOf(values["timezone"] ?? "UTC") });
}

function zoneOf(name: unknown): Zone {
  if (typeof name !== "string") throw new MongoError(40517, "timezone must be a string");
  const [, sign, hours, minutes = "0"] = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(name) ?? [];
  if (hours !== undefined)
    return FixedOffsetZone.instance(
      (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)),
    );
  if (name === "UTC" || name === "GMT") return FixedOffsetZone.utcInstance;
  if (!IANAZone.isValidZone(name)) throw new MongoError(40485, `unrecognized time zone "${name}"`);
  return IANAZone.create(name);
}

function unitOf(values: Values): Unit {
  const unit = units.find((each) => each === values["unit"]);
  if (unit === undefined) throw new MongoError(9, "unknown time unit value");
  return unit as Unit;
}

function dateTrunc(values: Values): Date {
  return truncate(timeOf(values["date"], values), unitOf(values), values).toJSDate();
}

function truncate(time: DateTime, unit: Unit, values: Values): DateTime {
  if (unit !== "week") return time.startOf(unit);
  const first = values["startOfWeek"] ?? "sunday";
  const weekday = weekdays.findIndex((name) => name === first || name.slice(0, 3) === first) + 1;
  if (weekday === 0) throw new MongoError(9, "unknown day of week value");
  return time.startOf("day").minus({ days: (time.weekday - weekday + 7) % 7 });
}

function dateAdd(values: Values): Date {
  const amount = values["amount"];
  if (typeof amount !== "number" || !Number.isInteger(amount))
    throw new MongoError(5166405, "$dateAdd expects a whole amount");
  return timeOf(values["startDate"], values)
    .plus({ [unitOf(values)]: amount })
    .toJSDate();
}

/** The number of unit boundaries between the two, as MongoDB counts. */
function dateDiff(values: Values): number {
  const unit = unitOf(values);
  const [from, to] = [values["startDate"], values["endDate"]].map((date) =>
    truncate(timeOf(date, values), unit, values),
  );
  if (!from || !to) return 0;
  const ms = unitMs[unit];
  return ms === undefined
    ? Math.round(to.diff(from, unit).as(unit))
    : Math.round((to.toMillis() - from.toMillis()) / ms);
}

const pad = (value: number, length: number) => String(value).padStart(length, "0");
const offset = (time: DateTime) => time.toFormat("ZZZ");

const formats: Record<string, (time: DateTime) => string> = {
  "%Y": (time) => pad(time.year, 4),
  "%m": (time) => pad(time.month, 2),
  "%d": (time) => pad(time.day, 2),
  "%H": (time) => pad(time.hour, 2),
  "%M": (time) => pad(time.minute, 2),
  "%S": (time) => pad(time.second, 2),
  "%L": (time) => pad(time.millisecond, 3),
  "%j": (time) => pad(time.ordinal, 3),
  "%u": (time) => String(time.weekday),
  "%w": (time) => String((time.weekday % 7) + 1),
  "%G": (time) => pad(time.weekYear, 4),
  "%V": (time) => pad(time.weekNumber, 2),
  "%z": offset,
  "%Z": (time) => String(time.offset),
  "%%": () => "%",
};

function dateToString(values: Values): string {
  const format = values["format"] ?? "%Y-%m-%dT%H:%M:%S.%LZ";
  if (typeof format !== "string")
    throw new MongoError(18533, "$dateToString needs a format string");
  if (values["format"] === undefined && values["timezone"] !== undefined)
    throw notOffered("$dateToString with a timezone and without a format");
  const time = timeOf(values["date"], values);
  return format.replace(/%[\s\S]?/g, (sign) => {
    const write = Object.hasOwn(formats, sign) ? formats[sign] : undefined;
    if (!write) throw notOffered(`${sign} in $dateToString`);
    return write(time);
  });
}
