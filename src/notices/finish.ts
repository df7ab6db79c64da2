import type { NoticeServices } from "./notice-services.ts";

/** Closes the notices of which every delivery has come to its end. */
export async function finishNotices({
  deliveries,
  log,
  notices,
}: Pick<NoticeServices, "deliveries" | "log" | "notices">): Promise<void> {
  for (const { id } of await notices.beingSent()) {
    if (await deliveries.isOpen(id)) continue;
    await notices.finish(id);
    log.info("notice done", { notice: id });
  }
}
