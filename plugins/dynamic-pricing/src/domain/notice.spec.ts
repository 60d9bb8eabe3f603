import { describe, expect, it } from 'vitest';
import { checkNotice, type Notice } from './notice';

const draft: Notice = {
    text: 'Back on Monday',
    startsAt: new Date('2030-01-04T18:00:00Z'),
    endsAt: new Date('2030-01-07T08:00:00Z'),
};

describe('a notice', () => {
    it('loses the space around its text', () => {
        expect(checkNotice({ ...draft, text: '  Back on Monday\n' }, 200)).toEqual({
            ok: true,
            notice: draft,
        });
    });

    it('may have no end', () => {
        const endless = { ...draft, endsAt: null };
        expect(checkNotice(endless, 200)).toEqual({ ok: true, notice: endless });
    });

    it('may be as long as the limit and no longer', () => {
        expect(checkNotice(draft, draft.text.length)).toMatchObject({ ok: true });
        expect(checkNotice(draft, draft.text.length - 1)).toEqual({
            ok: false,
            problem: { kind: 'text-is-too-long', maxLength: draft.text.length - 1 },
        });
    });

    it('needs a text', () => {
        expect(checkNotice({ ...draft, text: ' ' }, 200)).toEqual({
            ok: false,
            problem: { kind: 'text-is-empty' },
        });
    });

    it.each(['2030-01-04T18:00:00Z', '2030-01-04T17:59:59Z'])(
        'that starts at 18:00 can not end at %s',
        end => {
            expect(checkNotice({ ...draft, endsAt: new Date(end) }, 200)).toEqual({
                ok: false,
                problem: { kind: 'ends-before-it-starts' },
            });
        },
    );
});
