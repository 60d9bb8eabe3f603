import { z } from 'zod';

/** `1` or `true` for yes, with its default. */
export const flagOr = (fallback: '0' | '1') =>
    z
        .enum(['0', '1', 'true', 'false'])
        .default(fallback)
        .transform(value => value === '1' || value === 'true');

/** `1` or `true` for yes; off by default. */
export const flag = flagOr('0');

/** A port, with its default. */
export const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback);

/** An address of one of these protocols, such as `https:`. */
export const url = (...protocols: string[]) =>
    z.string().refine(
        value => {
            try {
                return protocols.includes(new URL(value).protocol);
            } catch {
                return false;
            }
        },
        { error: `must be an address that starts with ${protocols.map(p => `${p}//`).join(' or ')}` },
    );

/** Texts, separated by commas; none by default. */
export const list = z
    .string()
    .default('')
    .transform(value =>
        value
            .split(',')
            .map(entry => entry.trim())
            .filter(Boolean),
    );
