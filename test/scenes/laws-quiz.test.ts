import { quizTalk } from "./after-talks.ts";
import { keepsTheLaws } from "./laws.ts";

keepsTheLaws(quizTalk);
