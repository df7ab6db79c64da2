import type { SettingValues } from "../office/setting-table.ts";
import type { Services } from "../services.ts";
import type { Frame, PaperSigner } from "./origin.ts";

/** Who signs where the office named nobody. */
const ROLE = "Kepala Dinas";

/** The head of a paper, who signs it, and the moment of its data: all are now. */
export async function frameNow({
  clock,
  emblem,
  settings,
}: Pick<Services, "clock" | "emblem" | "settings">): Promise<Frame & { signer: PaperSigner }> {
  const now = clock.now();
  const [values, logo] = await Promise.all([settings.all(), emblem.drawn()]);
  const address = values["office.address"];
  return {
    letterhead: {
      office: values["office.name"],
      ...(address !== "" && { address }),
      ...(logo && { logo }),
    },
    origin: { madeAt: now, asOf: now },
    signer: signerOf(values, "signer.name", "signer.position", "signer.nip"),
  };
}

/** The same for certificates, which may have a signer and a number of their own. */
export async function certificateFrameNow(services: Parameters<typeof frameNow>[0]) {
  const values = await services.settings.all();
  const frame = await frameNow(services);
  const own = signerOf(
    values,
    "certificate.signerName",
    "certificate.signerPosition",
    "certificate.signerNip",
  );
  const isNamed = own.name !== undefined;
  // The number belongs to the name: that of another official never stands under it.
  const signer = isNamed ? own : { ...frame.signer, ...(own.role !== ROLE && { role: own.role }) };
  const number = values["certificate.number"];
  return { ...frame, signer, ...(number !== "" && { number }) };
}

type Key = keyof SettingValues;

function signerOf(values: SettingValues, name: Key, position: Key, nip: Key): PaperSigner {
  const said = (key: Key) => String(values[key]);
  return {
    role: said(position) || ROLE,
    ...(said(name) !== "" && { name: said(name) }),
    ...(said(nip) !== "" && { nip: said(nip) }),
  };
}
