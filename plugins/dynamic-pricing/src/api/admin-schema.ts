import type { DocumentNode } from 'graphql';
import { gql } from 'graphql-tag';
import { simulationTypes } from './simulation-types';

const rules = gql`
    "Scope and effect are JSON, as the README describes them for each kind of rule"
    type EfiPricingRule {
        id: ID!
        createdAt: DateTime!
        updatedAt: DateTime!
        name: String!
        enabled: Boolean!
        "The highest goes first; the older rule among equals"
        priority: Int!
        startsAt: DateTime
        "Not included"
        endsAt: DateTime
        scope: JSON!
        effect: JSON!
        mayLower: Boolean!
        mayRaise: Boolean!
        "Works on what the rules before it made of the price, instead of losing to them"
        combines: Boolean!
    }

    input EfiPricingRuleInput {
        name: String!
        enabled: Boolean! = true
        priority: Int! = 0
        startsAt: DateTime
        endsAt: DateTime
        scope: JSON
        effect: JSON!
        mayLower: Boolean! = true
        mayRaise: Boolean! = false
        combines: Boolean! = false
    }

    "Names the field that is wrong"
    type EfiPricingRuleInvalidError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
        field: String!
    }

    union SaveEfiPricingRuleResult = EfiPricingRule | EfiPricingRuleInvalidError

    enum EfiPricingMode {
        recommend
        approve
        automatic
    }

    enum EfiPriceRounding {
        none
        charm
        cash5
        cash10
        whole
    }

    type EfiPricingGuards {
        minMarginPercent: Float!
        floorPercentOfList: Float!
        ceilingPercentOfList: Float!
        maxChangePercentPerRun: Float!
        maxChangePercentPerDay: Float!
        rounding: EfiPriceRounding!
    }

    "How prices of one currency are made in the active channel"
    type EfiPricingSettings {
        currencyCode: CurrencyCode!
        mode: EfiPricingMode!
        "The kill switch was pulled: no run starts or goes on"
        isStopped: Boolean!
        guards: EfiPricingGuards!
    }

    input EfiPricingGuardsInput {
        minMarginPercent: Float!
        floorPercentOfList: Float!
        ceilingPercentOfList: Float!
        maxChangePercentPerRun: Float!
        maxChangePercentPerDay: Float!
        rounding: EfiPriceRounding!
    }

    input EfiPricingSettingsInput {
        currencyCode: CurrencyCode!
        mode: EfiPricingMode!
        guards: EfiPricingGuardsInput!
    }
`;

const runs = gql`
    type EfiPricingRun {
        id: ID!
        createdAt: DateTime!
        endedAt: DateTime
        currencyCode: CurrencyCode!
        mode: EfiPricingMode!
        "pending, running, completed, cancelled, failed or rolled-back"
        state: String!
        startedBy: String!
        totalVariants: Int!
        doneVariants: Int!
        changedPrices: Int!
        "Prices that stayed for want of data"
        heldPrices: Int!
        error: String
    }

    type EfiPricingRunList {
        items: [EfiPricingRun!]!
        totalItems: Int!
    }

    type EfiPricingNotStartedError implements ErrorResult {
        errorCode: ErrorCode!
        message: String!
    }

    union StartEfiPricingRunResult = EfiPricingRun | EfiPricingNotStartedError

    "What a run decided about one price, and why"
    type EfiPriceDecision {
        id: ID!
        createdAt: DateTime!
        runId: ID!
        productVariantId: ID!
        productVariantName: String!
        sku: String!
        currencyCode: CurrencyCode!
        "recommended, waiting, applied, rejected, rolled-back or overtaken"
        state: String!
        previousPrice: Money!
        listPrice: Money!
        price: Money!
        validFrom: DateTime!
        validUntil: DateTime!
        isSale: Boolean!
        appliedAt: DateTime
        decidedBy: String
        "Inputs, bounds, rules that fired and lost, cuts of guards, final price"
        trace: JSON!
    }

    type EfiPriceDecisionList {
        items: [EfiPriceDecision!]!
        totalItems: Int!
    }

    type EfiPriceOutcome {
        changed: Int!
        "Left as they are, since somebody or something changed them since"
        overtaken: Int!
        overtakenVariantIds: [ID!]!
    }

    type EfiPricePreview {
        productVariantId: ID!
        productVariantName: String!
        sku: String!
        currencyCode: CurrencyCode!
        currentPrice: Money!
        price: Money!
        isSale: Boolean!
        trace: JSON!
    }

    input EfiPricePreviewInput {
        currencyCode: CurrencyCode!
        "Up to 50"
        productVariantIds: [ID!]!
        "A rule that is not saved yet, or takes the place of the one with this id"
        draft: EfiPricingRuleInput
        draftId: ID
    }

    type EfiPricePreviews {
        items: [EfiPricePreview!]!
    }

    union EfiPricePreviewResult = EfiPricePreviews | EfiPricingRuleInvalidError

    type EfiPricingAuditEntry {
        id: ID!
        at: DateTime!
        actor: String!
        action: String!
        details: JSON!
    }

    type EfiPricingAuditList {
        items: [EfiPricingAuditEntry!]!
        totalItems: Int!
    }

    "What somebody should look at"
    type EfiPricingAlert {
        "feed-refused, feed-stale, run-failed, stopped or floor-over-guard"
        kind: String!
        subject: String!
        at: DateTime!
        count: Int!
    }
`;

const data = gql`
    "A price from one moment to the next one's. Money as prices are entered in the channel."
    type EfiPriceStep {
        at: DateTime!
        price: Money!
        "What the engine decided then; null for a price that somebody set by hand, and for the end of a sale"
        decision: EfiPriceDecision
    }

    type EfiCompetitorPrice {
        competitor: String!
        price: Money!
        observedAt: DateTime!
    }

    type EfiVariantPricing {
        productVariantId: ID!
        currencyCode: CurrencyCode!
        listPrice: Money
        price: Money
        offerUntil: DateTime
        "Without tax"
        cost: Money
        floor: Money
        ceiling: Money
        manufacturerPrice: Money
        isLocked: Boolean!
        competitors: [EfiCompetitorPrice!]!
    }

    input EfiVariantGuardsInput {
        productVariantId: ID!
        currencyCode: CurrencyCode!
        floor: Money
        ceiling: Money
        manufacturerPrice: Money
        isLocked: Boolean!
    }

    type EfiRejectedRow {
        line: Int!
        reason: String!
        value: String!
    }

    type EfiPriceImport {
        accepted: Int!
        rejected: [EfiRejectedRow!]!
        "Why nothing of it was taken; null when it was"
        problem: String
    }

    "As a line of a file has them; amounts in units of the currency, such as 12.50"
    input EfiPriceRowInput {
        sku: String!
        amount: String!
        competitor: String
        observedAt: DateTime
    }

    type EfiCompetitorFeed {
        id: ID!
        name: String!
        url: String!
        currencyCode: CurrencyCode!
        competitor: String
        enabled: Boolean!
        lastTriedAt: DateTime
        lastGoodAt: DateTime
        lastGoodRows: Int!
        "Why the last delivery was not taken; null when it was"
        lastProblem: String
        rejectedRows: [EfiRejectedRow!]!
    }

    input EfiCompetitorFeedInput {
        name: String!
        url: String!
        currencyCode: CurrencyCode!
        "For a feed whose rows do not name one"
        competitor: String
        enabled: Boolean
    }

    enum EfiPriceImportKind {
        competitor
        cost
    }
`;

export const adminSchema: DocumentNode = gql`
    ${rules}
    ${runs}
    ${data}
    ${simulationTypes}

    extend type Query {
        "In the order in which they are asked"
        efiPricingRules: [EfiPricingRule!]!
        "One for each currency of the active channel"
        efiPricingSettings: [EfiPricingSettings!]!
        efiPricingRuns(skip: Int! = 0, take: Int! = 20): EfiPricingRunList!
        efiPricingRun(id: ID!): EfiPricingRun
        efiPriceDecisions(
            runId: ID
            productVariantId: ID
            state: String
            skip: Int! = 0
            take: Int! = 20
        ): EfiPriceDecisionList!
        "What would become of prices now. Nothing is written."
        efiPricePreview(input: EfiPricePreviewInput!): EfiPricePreviewResult!
        "A rule over the shop's own past, saved or not. Nothing is written."
        efiPricingSimulation(
            currencyCode: CurrencyCode!
            draft: EfiPricingRuleInput!
        ): EfiPricingSimulationResult!
        efiVariantPricing(productVariantId: ID!): [EfiVariantPricing!]!
        "What a variant cost from when on, the oldest first; the first step may be older than \`since\`"
        efiPriceCourse(productVariantId: ID!, currencyCode: CurrencyCode!, since: DateTime!): [EfiPriceStep!]!
        efiCompetitorFeeds: [EfiCompetitorFeed!]!
        efiPricingAudit(skip: Int! = 0, take: Int! = 20): EfiPricingAuditList!
        efiPricingAlerts: [EfiPricingAlert!]!
    }

    extend type Mutation {
        createEfiPricingRule(input: EfiPricingRuleInput!): SaveEfiPricingRuleResult!
        updateEfiPricingRule(id: ID!, input: EfiPricingRuleInput!): SaveEfiPricingRuleResult!
        deleteEfiPricingRule(id: ID!): Boolean!
        updateEfiPricingSettings(input: EfiPricingSettingsInput!): EfiPricingSettings!

        "In the worker. Without a mode, the one that is set."
        startEfiPricingRun(currencyCode: CurrencyCode!, mode: EfiPricingMode): StartEfiPricingRunResult!
        cancelEfiPricingRun(id: ID!): EfiPricingRun
        "Prices that somebody changed since are left, and said. Reasons are kept in the audit, up to 500 characters."
        rollBackEfiPricingRun(id: ID!, reason: String): EfiPriceOutcome!
        "All that wait, when no ids are given"
        approveEfiPriceDecisions(ids: [ID!]): EfiPriceOutcome!
        rejectEfiPriceDecisions(ids: [ID!], reason: String): Int!
        "The kill switch: ends runs; on demand list prices hold at once. Gives the number of prices put back."
        stopEfiPricing(currencyCode: CurrencyCode!, restoreListPrices: Boolean!, reason: String): Int!
        resumeEfiPricing(currencyCode: CurrencyCode!): Boolean!

        updateEfiVariantGuards(input: EfiVariantGuardsInput!): [EfiVariantPricing!]!
        "A CSV file with the columns sku, currency and cost; or price, competitor and observedAt"
        importEfiPriceCsv(
            kind: EfiPriceImportKind!
            currencyCode: CurrencyCode!
            csv: String!
        ): EfiPriceImport!
        importEfiPriceRows(
            kind: EfiPriceImportKind!
            currencyCode: CurrencyCode!
            rows: [EfiPriceRowInput!]!
        ): EfiPriceImport!
        createEfiCompetitorFeed(input: EfiCompetitorFeedInput!): EfiCompetitorFeed!
        updateEfiCompetitorFeed(id: ID!, input: EfiCompetitorFeedInput!): EfiCompetitorFeed!
        deleteEfiCompetitorFeed(id: ID!): Boolean!
        "In the worker"
        fetchEfiCompetitorFeed(id: ID!): Boolean!
    }
`;
