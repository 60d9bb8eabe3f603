import type { Provider } from '@nestjs/common';
import { RuleLanguage } from './application/ports/rule-language.port';
import { CelRuleLanguage } from './infrastructure/cel-rule-language';
import { LoadedScorers } from './infrastructure/models/loaded-scorer';
import { ModelArchive } from './infrastructure/models/model-archive';
import { Pseudonyms } from './infrastructure/pseudonyms';
import { DecisionWriter } from './infrastructure/screening/decision-writer';
import { FraudScreener } from './infrastructure/screening/fraud-screener';
import { OutcomeBooks } from './infrastructure/screening/outcome-books';
import { ShopHabits } from './infrastructure/screening/shop-habits';
import { SignalReader } from './infrastructure/screening/signal-reader';
import { PoliciesInForce } from './infrastructure/settings/policies-in-force';
import { ReadyRules } from './infrastructure/settings/ready-rules';

/** What looks at payments in the shopper's request. */
export const screeningProviders: Provider[] = [
    { provide: RuleLanguage, useClass: CelRuleLanguage },
    Pseudonyms,
    SignalReader,
    ShopHabits,
    ReadyRules,
    PoliciesInForce,
    ModelArchive,
    LoadedScorers,
    DecisionWriter,
    OutcomeBooks,
    FraudScreener,
];
