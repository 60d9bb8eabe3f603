import type { Rule } from '../../domain/serving/rule';

/** The merchandisers' rules, from memory and at most some seconds old. */
export abstract class RuleBook {
    abstract rulesOf(channelId: number): Promise<readonly Rule[]>;
}
