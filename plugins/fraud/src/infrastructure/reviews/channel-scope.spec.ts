import type { RequestContext } from '@vendure/core';
import { describe, expect, it } from 'vitest';
import { ofChannel } from './channel-scope';

function inChannel(id: number, code: string): RequestContext {
    return { channelId: id, channel: { code } } as RequestContext;
}

describe('the decisions that a request may see', () => {
    it('are those of its channel, and in the default channel all', () => {
        expect(ofChannel(inChannel(3, 'de'))).toEqual({ channelId: 3 });
        expect(ofChannel(inChannel(1, '__default_channel__'))).toEqual({});
    });
});
