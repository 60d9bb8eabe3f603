import { ResolveField, Resolver } from '@nestjs/graphql';
import type { RuleProblem, RuleReason } from '../domain/check-synonyms';

const WORDS: Readonly<Record<RuleReason, string>> = {
    TOO_FEW: 'has too few',
    TOO_MANY: 'has too many',
    TOO_LONG: 'is too long',
    NO_WORD: 'has nothing to search for',
    REPEATED: 'has the same twice',
    ALREADY_THERE: 'is there already',
    NOT_SPOKEN: 'is not a language of the channel',
    UNKNOWN_PRODUCT: 'has a product that is not in the channel',
};

/** What the Admin API answers to a rule that can't be saved. */
export class EfiSearchRuleInvalidError {
    readonly __typename = 'EfiSearchRuleInvalidError';
    readonly errorCode = 'EFI_SEARCH_RULE_INVALID_ERROR';
    readonly message: string;
    readonly field: string;
    readonly reason: RuleReason;
    readonly value?: string;

    constructor({ field, reason, value }: RuleProblem) {
        this.field = field;
        this.reason = reason;
        this.value = value;
        this.message = `${field} ${WORDS[reason]}${value === undefined ? '' : `: ${value}`}.`;
    }
}

/** What was saved, or the error for what is wrong with it. */
export function savedOrError<Saved extends object>(
    result: Saved | RuleProblem,
): Saved | EfiSearchRuleInvalidError {
    return 'reason' in result ? new EfiSearchRuleInvalidError(result) : result;
}

@Resolver('SaveEfiSearchSynonymResult')
export class SaveSynonymResultResolver {
    @ResolveField()
    __resolveType(result: unknown): string {
        return result instanceof EfiSearchRuleInvalidError ? result.__typename : 'EfiSearchSynonym';
    }
}

@Resolver('SaveEfiSearchArrangementResult')
export class SaveArrangementResultResolver {
    @ResolveField()
    __resolveType(result: unknown): string {
        return result instanceof EfiSearchRuleInvalidError ? result.__typename : 'EfiSearchArrangement';
    }
}
