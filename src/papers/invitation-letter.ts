import { showDate, showDatesInLetter } from "../dates.ts";
import type { Frame, PaperSigner } from "./origin.ts";
import { type Block, writePdf } from "./pdf.ts";
import { facts, paragraph, signatures, text, TO_FILL } from "./pdf-blocks.ts";

export interface Invitation {
  /** The name of what people are invited to: a training, a sharing session. */
  event: string;
  /** Local dates and hours, earliest first. */
  days: readonly { date: string; from: string; until: string }[];
  /** With its city: "UTC Dago Hotel, Kota Bandung". */
  place: string;
  /** What to bring, where to gather. */
  notes: readonly string[];
}

export interface InvitationLetter extends Frame, Invitation {
  /** Who signs; the name is left to fill where it is not set. */
  signer: PaperSigner;
}

/** Name and value of each line of the block that every invitation has. */
export function invitationBlock({ event, days, place, notes }: Invitation) {
  const rows: (readonly [string, string | readonly string[]])[] = [
    ["Hari/tanggal", showDatesInLetter(days.map(({ date }) => date))],
    ["Pukul", hoursOf(days)],
    ["Tempat", place],
    ["Acara", event],
    ...(notes.length ? [["Catatan", notes] as const] : []),
  ];
  return rows;
}

/** One line if all days have the same hours. */
function hoursOf(days: Invitation["days"]): string | string[] {
  const spans = days.map(({ from, until }) => `${dotted(from)} s.d. ${dotted(until)} WIB`);
  const [first = ""] = spans;
  if (spans.every((span) => span === first)) return first;
  return days.map(
    ({ date }, at) => `${showDate(date).split(" ").slice(0, 3).join(" ")}: ${spans[at]}`,
  );
}

const dotted = (time: string) => time.replace(":", ".");

/** The block as a message: what is sent first, before any paper. */
export function invitationText(invitation: Invitation): string {
  return invitationBlock(invitation)
    .map(([name, value]) =>
      typeof value === "string" ? `${name}: ${value}` : [`${name}:`, ...value].join("\n– "),
    )
    .join("\n");
}

/**
 * A letter of invitation; its number, nature, appendix and addressee stay with the office
 * (letter forms after Permendagri 1/2023).
 */
export function invitationPdf(letter: InvitationLetter): Promise<Buffer> {
  const { letterhead, origin, event, signer } = letter;
  return writePdf({
    ...{ letterhead, origin, title: `Undangan ${event}`, margin: 56 },
    content: [
      opening(),
      paragraph("Dengan hormat,"),
      paragraph("Bersama ini kami mengharapkan kehadiran Bapak/Ibu pada:"),
      facts(invitationBlock(letter), { indent: 28 }),
      paragraph(
        "Demikian undangan ini kami sampaikan. Atas perhatian dan kehadiran Bapak/Ibu, kami mengucapkan terima kasih.",
      ),
      signatures([{ ...signer, withNip: true }]),
    ],
  });
}

const SHORT_FILL = "………………………";

function opening(): Block {
  const empty = ["Nomor", "Sifat", "Lampiran", "Hal"].map((name) => [name, SHORT_FILL] as const);
  return {
    columns: [
      { width: "*", stack: [facts(empty, { width: 54 })] },
      {
        width: 190,
        stack: [
          text(`………………, ${SHORT_FILL}`, { below: 12 }),
          text("Yth."),
          ...[1, 2].map(() => text(TO_FILL, { above: 4 })),
          text("di", { above: 4 }),
          text(TO_FILL, { above: 4 }),
        ],
      },
    ],
    margin: [0, 0, 0, 14],
  };
}
