import { Inject, Injectable } from '@nestjs/common';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { CONTENT_OPTIONS, type ResolvedContentOptions } from '../content.options';

const FORM = /^(\d{1,10})\.(\d{1,12})\.([\w-]{43})$/;

/** Links to drafts, which need no account and end by themselves. Nothing is kept of them. */
@Injectable()
export class PreviewTokens {
    constructor(@Inject(CONTENT_OPTIONS) private readonly options: ResolvedContentOptions) {}

    issue(pageId: number, now: Date): { token: string; expiresAt: Date } {
        const expiresAt = new Date(now.getTime() + this.options.previewHours * 3_600_000);
        const said = `${pageId}.${Math.floor(expiresAt.getTime() / 1000)}`;
        return { token: `${said}.${this.sign(said)}`, expiresAt };
    }

    /** @returns the page whose draft may be seen, and until when; nothing for a token that is not ours or has ended. */
    read(token: string, now: Date): { pageId: number; expiresAt: Date } | undefined {
        const [, pageId, seconds, signature] = FORM.exec(token) ?? [];
        if (signature === undefined) {
            return undefined;
        }
        const expiresAt = new Date(Number(seconds) * 1000);
        const isOurs = timingSafeEqual(
            Buffer.from(signature),
            Buffer.from(this.sign(`${pageId}.${seconds}`)),
        );
        return isOurs && expiresAt > now ? { pageId: Number(pageId), expiresAt } : undefined;
    }

    private sign(said: string): string {
        return createHmac('sha256', this.options.previewSecret)
            .update(`efi-content-preview\n${said}`)
            .digest('base64url');
    }
}
