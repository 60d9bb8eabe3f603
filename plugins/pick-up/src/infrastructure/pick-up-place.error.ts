import type { RequestContext } from '@vendure/core';
import type { MessageKey } from '../pick-up.messages';

/** Why a place can't be chosen. */
export type PickUpProblem = 'NOT_PICK_UP' | 'NOT_A_PLACE' | 'NOT_ALL_HERE';

const messages: Readonly<Record<PickUpProblem, MessageKey>> = {
    NOT_PICK_UP: 'efi-pick-up-not-this-way',
    NOT_A_PLACE: 'efi-pick-up-no-such-place',
    NOT_ALL_HERE: 'efi-pick-up-not-all-here',
};

export class EfiPickUpPlaceError {
    readonly __typename = 'EfiPickUpPlaceError';
    readonly errorCode = 'EFI_PICK_UP_PLACE_ERROR';
    readonly message: string;
    readonly missingLineIds: readonly string[];

    /**
     * @param place - Its name, where it is one.
     * @param missing - Names of what the place does not have, by the ids of the lines.
     */
    constructor(
        ctx: RequestContext,
        readonly problem: PickUpProblem,
        place = '',
        missing: ReadonlyMap<string, string> = new Map(),
    ) {
        this.missingLineIds = [...missing.keys()];
        this.message = ctx.translate(`message.${messages[problem]}`, {
            place,
            items: [...missing.values()].join(', '),
        });
    }
}
