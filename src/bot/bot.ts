import { conversations } from "@grammyjs/conversations";
import { Bot } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import { scenes } from "../../scenes/index.ts";
import { inviteCommands } from "../access/invite-commands.ts";
import { roleCommands } from "../access/role-commands.ts";
import { participantCardCommands } from "../attendance/participant-card-commands.ts";
import { receiptCommands } from "../attendance/receipt-commands.ts";
import { rollCommands } from "../attendance/roll-commands.ts";
import { roomCodes, roomCommands, wrongRoomCodes } from "../attendance/room-commands.ts";
import { runRoomCommands } from "../attendance/run-room-commands.ts";
import { answerCommands } from "../answers/answer-commands.ts";
import { artisanCommands } from "../artisans/artisan-commands.ts";
import { carryCommands } from "../carriers/carry-commands.ts";
import { certificateCommands, typedCertificateCode } from "../certificates/certificate-commands.ts";
import { withdrawCommands } from "../certificates/withdraw-commands.ts";
import { claimCommands } from "../claims/claim-commands.ts";
import { communityCommands } from "../communities/community-commands.ts";
import { joinCommands } from "../communities/join-commands.ts";
import { behalfCommands } from "../claims/behalf-commands.ts";
import { checkCommands } from "../communities/check-commands.ts";
import { memberCommands } from "../communities/member-commands.ts";
import { doubleCommands } from "../doubles/double-commands.ts";
import { enrolmentCommands } from "../enrolments/enrolment-commands.ts";
import { selectionCommands } from "../enrolments/selection-commands.ts";
import { feedbackCommands } from "../feedback/feedback-commands.ts";
import { noticeCodeCommands } from "../notices/notice-code-commands.ts";
import { heldBackStorage } from "../intake/person-state.ts";
import { freshCalendar, settingsCommands } from "../office/settings-commands.ts";
import { taskCommands } from "../office/task-commands.ts";
import { artisanCardCommands } from "../papers/artisan-card-commands.ts";
import { officePaperCommands } from "../papers/office-paper-commands.ts";
import { officialReportCommands } from "../papers/official-report-commands.ts";
import { trainingPhotoCommands } from "../papers/training-photo-commands.ts";
import { importCommands } from "../papers/import-commands.ts";
import { exportCommands } from "../papers/export-commands.ts";
import { noticePaperCommands } from "../papers/notice-paper-commands.ts";
import { trainingPaperCommands } from "../papers/training-paper-commands.ts";
import { reachCommands } from "../papers/reach-commands.ts";
import { statisticsCommands } from "../papers/statistics-commands.ts";
import { noticeCommands } from "../notices/notice-commands.ts";
import { privacyCommands } from "../privacy/privacy-commands.ts";
import { promiseCommands } from "../promises/promise-commands.ts";
import type { Services } from "../services.ts";
import { manageCommands } from "../trainings/manage-commands.ts";
import { sharingCommands } from "../sharing/sharing-commands.ts";
import { trainingCommands } from "../trainings/training-commands.ts";
import { cancel } from "./cancel.ts";
import { consentAgain } from "./consent-again.ts";
import type { BotContext } from "./context.ts";
import { help } from "./help.ts";
import { identityNumber } from "./identity-number.ts";
import { languageCommands } from "./language-commands.ts";
import { oneQuestion } from "./one-question.ts";
import { privateOnly } from "./private-only.ts";
import { reachable } from "./reachable.ts";
import { scope } from "./scope.ts";
import { start } from "./start.ts";
import { unhandled } from "./unhandled.ts";

/**
 * The order of everything an update passes. A dialogue takes only what answers its question, so
 * every command and every other button works inside a form as well.
 */
export function createBot(
  services: Services,
  { token, me, client }: { token: string; me: UserFromGetMe; client: object },
): Bot<BotContext> {
  const bot = new Bot<BotContext>(token, { botInfo: me, client });
  bot.use(
    scope(services.texts),
    privateOnly,
    reachable(services),
    identityNumber,
    freshCalendar(services),
    oneQuestion(services),
    conversations({ storage: heldBackStorage }),
    consentAgain(services),
    // Before the dialogues: digits that open no room go on to them.
    roomCodes(services),
    scenes(services),
    // What an owner types for a setting may look like a code.
    settingsCommands(services),
    // Before claims, whose codes have as many signs.
    typedCertificateCode(services),
    claimCommands(services),
    inviteCommands(services),
    joinCommands(services),
    noticeCodeCommands(services),
    roomCommands(services),
    participantCardCommands(services),
    start(services),
    help(services),
    cancel(services),
    languageCommands(services),
    privacyCommands(services),
    artisanCommands(services),
    trainingCommands(services),
    enrolmentCommands(services),
    selectionCommands(services),
    promiseCommands(services),
    rollCommands(services),
    receiptCommands(services),
    runRoomCommands(services),
    manageCommands(services),
    behalfCommands(services),
    feedbackCommands(services),
    sharingCommands(services),
    taskCommands(services),
    checkCommands(services),
    doubleCommands(services),
    roleCommands(services),
    communityCommands(services),
    answerCommands(services),
    carryCommands(services),
    memberCommands(services),
    officialReportCommands(services),
    artisanCardCommands(services),
    officePaperCommands(services),
    // Before what takes any document of a coordinator as a sheet.
    trainingPhotoCommands(services),
    noticeCommands(services),
    exportCommands(services),
    importCommands(services),
    statisticsCommands(services),
    reachCommands(services),
    trainingPaperCommands(services),
    certificateCommands(services),
    withdrawCommands(services),
    noticePaperCommands(services),
    wrongRoomCodes(services),
    unhandled(services),
  );
  return bot;
}
