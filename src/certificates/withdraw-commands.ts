import { Composer } from "grammy";
import { note } from "../access/note.ts";
import { packPress, readPress } from "../bot/callback-data.ts";
import { type Button, type Card, shortLabel } from "../bot/card.ts";
import type { BotContext } from "../bot/context.ts";
import { guarded, type Permit } from "../bot/gate.ts";
import { pageOf, turnRow } from "../bot/pages.ts";
import { showCode } from "../codes.ts";
import type { Services } from "../services.ts";
import type { Training } from "../trainings/training.ts";
import { type IssuedCertificate, isWithdrawReason, WITHDRAW_REASONS } from "./certificate.ts";
import { issueAgain, withdraw } from "./withdraw.ts";

const pressed = (ctx: BotContext) => readPress(ctx.callbackQuery?.data ?? "").args;

/** Taking certificates back and making them anew, one by one. */
export function withdrawCommands(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.callbackQuery(
    /^cert\.list:/,
    guarded(
      services,
      {
        action: "certificate.list",
        find: (ctx) => services.trainings.byId(pressed(ctx)[0] ?? ""),
        thing: () => ({}),
      },
      (ctx, training, permit) => showList(ctx, training, permit, services),
    ),
  );
  const onOne = (
    handle: (ctx: BotContext, one: IssuedCertificate, permit: Permit) => Promise<void>,
  ) =>
    guarded(
      services,
      {
        action: "certificate.end",
        find: async (ctx) => {
          const one = await services.certificates.byCode(pressed(ctx)[0] ?? "");
          return one?.nameless ? undefined : one;
        },
        thing: ({ artisan }) => ({ artisans: [artisan] }),
      },
      handle,
    );
  composer.callbackQuery(
    /^cert\.open:/,
    onOne(async (ctx, one, permit) => {
      await note(permit, [one.artisan], services, "certificate.list");
      await ctx.replace(oneCard(ctx, one));
    }),
  );
  composer.callbackQuery(
    /^cert\.why:/,
    onOne(async (ctx, one) => ctx.replace(reasonsCard(ctx, one))),
  );
  composer.callbackQuery(
    /^cert\.end:/,
    onOne(async (ctx, one, permit) => {
      const reason = pressed(ctx)[1];
      if (!isWithdrawReason(reason)) return ctx.toast(ctx.speech.plain("button-gone"));
      await note(permit, [one.artisan], services);
      const done = await withdraw(one, { by: ctx.person, reason }, services);
      const text = ctx.speech.html(done ? "certificate-ended" : "certificate-ended-before");
      await ctx.replace({ text, buttons: [toList(ctx, one)] });
    }),
  );
  composer.callbackQuery(
    /^cert\.again:/,
    onOne(async (ctx, one, permit) => {
      await note(permit, [one.artisan], services);
      const outcome = await issueAgain(one, services);
      const text = ctx.speech.html(`certificate-again-${outcome}`);
      await ctx.replace({ text, buttons: [toList(ctx, one)] });
    }),
  );
  return composer;
}

/** The latest of everybody, by name. */
async function showList(
  ctx: BotContext,
  training: Training,
  permit: Permit,
  services: Services,
): Promise<void> {
  const all = await services.certificates.of(training.id);
  const latest = new Map(all.filter((one) => !one.nameless).map((one) => [one.artisan, one]));
  const byName = [...latest.values()].sort((a, b) =>
    (a.name ?? "").localeCompare(b.name ?? "", "id"),
  );
  const shown = pageOf(byName, pressed(ctx)[1]);
  await note(
    permit,
    shown.items.map(({ artisan }) => artisan),
    services,
  );
  const { speech } = ctx;
  await ctx.replace({
    text: speech.html(byName.length ? "certificate-list" : "certificate-list-none", {
      title: training.title,
    }),
    buttons: [
      ...shown.items.map(({ code, name = "", state }): Button[] => [
        {
          label: shortLabel(state === "valid" ? name : `✗ ${name}`),
          press: packPress("cert.open", code),
        },
      ]),
      ...turnRow(shown, speech, "cert.list", training.id),
      [{ label: speech.plain("button-berkas-menu"), press: packPress("berkas.open", training.id) }],
    ],
  });
}

function oneCard(ctx: BotContext, one: IssuedCertificate): Card {
  const { speech } = ctx;
  const values = { name: one.name ?? "", code: showCode(one.code), state: one.state };
  const act: Button =
    one.state === "valid"
      ? { label: speech.plain("button-certificate-end"), press: packPress("cert.why", one.code) }
      : {
          label: speech.plain("button-certificate-again"),
          press: packPress("cert.again", one.code),
        };
  return { text: speech.html("certificate-one", values), buttons: [[act], toList(ctx, one)] };
}

function reasonsCard(ctx: BotContext, one: IssuedCertificate): Card {
  const { speech } = ctx;
  return {
    text: speech.html("certificate-why", { name: one.name ?? "" }),
    buttons: [
      ...WITHDRAW_REASONS.map((reason): Button[] => [
        {
          label: speech.plain(`button-certificate-why-${reason}`),
          press: packPress("cert.end", one.code, reason),
        },
      ]),
      toList(ctx, one),
    ],
  };
}

const toList = ({ speech }: BotContext, { training }: IssuedCertificate): Button[] => [
  { label: speech.plain("button-certificate-list"), press: packPress("cert.list", training, "0") },
];
