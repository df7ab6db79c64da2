import type { Artisan } from "../artisans/artisan.ts";
import { showCraft } from "../places/crafts.ts";
import type { Services } from "../services.ts";
import type { ArtisanCard } from "./artisan-card.ts";
import { frameNow } from "./paper-frame.ts";

type CardServices = Pick<
  Services,
  "cards" | "clock" | "communities" | "emblem" | "places" | "settings"
>;

/** A card says that the office knows the person: only whose data were checked has one. */
export const mayHaveCard = ({ state, leaving }: Artisan): boolean =>
  state === "active" && leaving === undefined;

/**
 * Cards of these people, in their order.
 * @param linkTo makes an address of what the QR is to carry
 */
export async function cardsOf(
  people: readonly Artisan[],
  linkTo: (payload: string) => string,
  services: CardServices,
): Promise<ArtisanCard[]> {
  const { cards, communities, places } = services;
  const frame = await frameNow(services);
  const names = new Map((await communities.all()).map(({ id, name }) => [id, name]));
  return people.map(({ id, name, kecamatan, mainCraft, ...rest }) => {
    const community = names.get(rest.community ?? "");
    return {
      ...{ ...frame, name, place: places.showKecamatan(kecamatan) },
      ...(community !== undefined && { community }),
      mainCraft: showCraft(mainCraft, "id", "short"),
      link: linkTo(cards.payloadOf(id)),
    };
  });
}
