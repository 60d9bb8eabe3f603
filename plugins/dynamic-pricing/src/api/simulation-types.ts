import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';

export const simulationTypes: DocumentNode = gql`
    "The mean of what may be, and where it lies with 95 % confidence"
    type EfiPricingInterval {
        mean: Float!
        low: Float!
        high: Float!
    }

    "Money in minor units, as prices are entered in the channel"
    type EfiPricingFigures {
        units: EfiPricingInterval!
        revenue: EfiPricingInterval!
        margin: EfiPricingInterval!
    }

    type EfiPricingComparison {
        "At today's list prices"
        today: EfiPricingFigures!
        withRule: EfiPricingFigures!
        "With the rule less without it"
        difference: EfiPricingFigures!
        "How likely the rule earns more, from 0 to 1"
        chanceToGain: Float!
    }

    type EfiPricingUntold {
        "too-few-weeks, weeks-without-sales, too-little-price-variation, price-moves-with-controls, interval-too-wide, cost-unknown or prices-never-seen"
        reason: String!
        variants: Int!
    }

    "What a rule would have made of the shop's sales of two years, beside what today's list prices would have"
    type EfiPricingSimulation {
        "In the rule's scope, with sales"
        variants: Int!
        "Those of which sales and costs can tell"
        variantsTold: Int!
        untold: [EfiPricingUntold!]!
        weeksReplayed: Int!
        "More variants had sales than are replayed: those that sold most are"
        isPartial: Boolean!
        "inputs-not-on-record, only-part-of-a-week or only-some-shoppers: why this kind of rule can't be replayed"
        notReplayable: String
        "Null where data are insufficient"
        told: EfiPricingComparison
    }

    union EfiPricingSimulationResult = EfiPricingSimulation | EfiPricingRuleInvalidError
`;
