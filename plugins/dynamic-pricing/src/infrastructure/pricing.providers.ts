import type { Provider } from '@nestjs/common';
import { Audit } from './audit';
import { DecidePrices } from './checkout/decide-prices';
import { GroupPrices } from './checkout/group-prices';
import { PriceFreezes } from './checkout/price-freezes';
import { BestPrices } from './engine/best-prices';
import { FactsReader } from './engine/facts-reader';
import { GroupPriceWriter } from './engine/group-price-writer';
import { PriceControl } from './engine/price-control';
import { PriceEvents } from './engine/price-events';
import { PriceWriter } from './engine/price-writer';
import { PricingEngine } from './engine/pricing-engine';
import { PricingRuns } from './engine/pricing-runs';
import { RunContexts } from './engine/run-context';
import { SaleClock } from './engine/sale-clock';
import { SalesWeeks } from './engine/sales-weeks';
import { CompetitorFeeds } from './imports/competitor-feeds';
import { FeedQueue } from './imports/feed-queue';
import { PriceImports } from './imports/price-imports';
import { PriceChanges } from './price-changes';
import { PriceCourse } from './price-course';
import { PricePreview } from './price-preview';
import { PriceSchedule } from './price-schedule';
import { PriceReductions } from './price-reductions';
import { PricingBooks } from './pricing-books';
import { PricingSettingsService } from './pricing-settings.service';
import { RuleBook } from './rule-book';
import { RuleSimulation } from './rule-simulation';
import { SqlVariantCosts } from './sql-variant-costs';
import { VariantNames } from './variant-names';
import { VariantPricing } from './variant-pricing';

export const pricingProviders: Provider[] = [
    Audit,
    // At the till
    GroupPrices,
    PriceFreezes,
    DecidePrices,
    PriceReductions,
    PriceChanges,
    // The engine
    RunContexts,
    FactsReader,
    SalesWeeks,
    BestPrices,
    PriceWriter,
    GroupPriceWriter,
    PriceEvents,
    PricingEngine,
    PricingRuns,
    PriceControl,
    SaleClock,
    PriceSchedule,
    SqlVariantCosts,
    // Facts from outside
    PriceImports,
    CompetitorFeeds,
    FeedQueue,
    // For people
    RuleBook,
    PricingSettingsService,
    PricePreview,
    PriceCourse,
    RuleSimulation,
    PricingBooks,
    VariantNames,
    VariantPricing,
];
