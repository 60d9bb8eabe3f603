import { EfiCompetitorFeed } from './competitor-feed.entity';
import { EfiPriceDecision } from './price-decision.entity';
import { EfiPriceFreeze } from './price-freeze.entity';
import { EfiPricingAudit } from './pricing-audit.entity';
import { EfiPricingRule } from './pricing-rule.entity';
import { EfiPricingRun } from './pricing-run.entity';
import { EfiPricingSettings } from './pricing-settings.entity';
import {
    EfiCompetitorPrice,
    EfiGroupPrice,
    EfiPricingVariantGuard,
    EfiVariantCost,
} from './variant-facts.entities';

export const pricingEntities = [
    EfiPricingRule,
    EfiPricingSettings,
    EfiPricingVariantGuard,
    EfiVariantCost,
    EfiCompetitorPrice,
    EfiCompetitorFeed,
    EfiGroupPrice,
    EfiPricingRun,
    EfiPriceDecision,
    EfiPriceFreeze,
    EfiPricingAudit,
];
