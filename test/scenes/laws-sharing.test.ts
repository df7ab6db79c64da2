import { sharedTalk, sharingTalk } from "./after-talks.ts";
import { keepsTheLaws } from "./laws.ts";

keepsTheLaws(sharingTalk);
keepsTheLaws(sharedTalk);
