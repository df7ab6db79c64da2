import type { Card } from "../bot/card.ts";
import type { Html } from "../bot/html.ts";
import type { Speech } from "../bot/language.ts";
import type { Services } from "../services.ts";
import { profileCard } from "./profile-card.ts";

/** The person's own record, as a card. */
export async function showProfile(
  { person, speech }: { person: number; speech: Speech },
  { artisans, communities, places }: Pick<Services, "artisans" | "communities" | "places">,
): Promise<Card | Html> {
  const artisan = await artisans.byTelegram(person);
  if (!artisan) return speech.html("not-registered");
  const found = artisan.community ? await communities.byId(artisan.community) : undefined;
  const community =
    found?.state === "closed"
      ? speech.plain("community-closed", { name: found.name })
      : found?.name;
  return profileCard(speech, artisan, { places, community });
}
