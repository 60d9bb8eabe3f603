import { ResolveField, Resolver } from '@nestjs/graphql';
import { EfiPricingNotStartedError, EfiPricingRuleInvalidError } from './rule-errors';

/** Tell GraphQL which of a union's types it has before it. */
@Resolver('SaveEfiPricingRuleResult')
export class SaveRuleResultResolver {
    @ResolveField()
    __resolveType(result: unknown): string {
        return result instanceof EfiPricingRuleInvalidError ? result.__typename : 'EfiPricingRule';
    }
}

@Resolver('StartEfiPricingRunResult')
export class StartRunResultResolver {
    @ResolveField()
    __resolveType(result: unknown): string {
        return result instanceof EfiPricingNotStartedError ? result.__typename : 'EfiPricingRun';
    }
}

@Resolver('EfiPricingSimulationResult')
export class SimulationResultResolver {
    @ResolveField()
    __resolveType(result: unknown): string {
        return result instanceof EfiPricingRuleInvalidError ? result.__typename : 'EfiPricingSimulation';
    }
}

@Resolver('EfiPricePreviewResult')
export class PreviewResultResolver {
    @ResolveField()
    __resolveType(result: unknown): string {
        return result instanceof EfiPricingRuleInvalidError ? result.__typename : 'EfiPricePreviews';
    }
}
