import { restRoute, RestRoutes } from '@efi/plugin-kit';
import {
    Customer,
    Permission,
    PluginCommonModule,
    TransactionalConnection,
    VendurePlugin,
} from '@vendure/core';
import { z } from 'zod';

const note = z.object({ id: z.string(), text: z.string() }).meta({ id: 'Note' });
const params = z.object({ id: z.string().max(20) });
const body = z.strictObject({ text: z.string().min(1).max(100), tags: z.array(z.string()).optional() });

/** What the routes below did. Titles of customers stand in for a table of notes. */
export const notesLog = { writes: 0, release: Promise.resolve() };

const readNote = restRoute({
    method: 'GET',
    path: '/notes/{id}',
    operationId: 'readNote',
    summary: 'A note',
    tags: ['Notes'],
    permissions: [Permission.Public],
    request: {
        params,
        query: z.object({ loud: z.boolean().optional(), times: z.int().min(1).max(3).default(1) }),
    },
    responses: { 200: { description: 'The note.', body: note } },
    problems: { 'no-such-note': { status: 404, title: 'There is no such note' } },
    deprecation: { since: '2026-01-01', sunset: '2027-01-01', link: '/api/v1/docs/' },
    handle: (ctx, { params: { id }, query }) => {
        if (id === 'bug') {
            throw new Error('the password is swordfish');
        }
        const text = `${ctx.apiType} ${ctx.languageCode} `.repeat(query.times).trim();
        const secret = { secret: 'does not leave' };
        return id === '0'
            ? { problem: 'no-such-note', detail: 'Notes begin at 1.' }
            : { status: 200, body: { id, text: query.loud ? text.toUpperCase() : text, ...secret } };
    },
});

const addNote = restRoute({
    method: 'POST',
    path: '/notes',
    operationId: 'addNote',
    summary: 'Write a note',
    tags: ['Notes'],
    permissions: [Permission.Authenticated],
    api: 'shop',
    idempotent: true,
    request: { body },
    responses: { 201: { description: 'The note.', body: note } },
    problems: { 'no-room': { status: 409, title: 'There is no room' } },
    async handle(ctx, { body: { text } }, injector) {
        notesLog.writes += 1;
        await notesLog.release;
        await injector
            .get(TransactionalConnection)
            .getRepository(ctx, Customer)
            .update({ user: { id: ctx.activeUserId } }, { title: text });
        if (text === 'bug') {
            throw new Error('after the write');
        }
        return text === 'full'
            ? { problem: 'no-room' }
            : { status: 201, body: { id: String(notesLog.writes), text } };
    },
});

const changeNote = restRoute({
    method: 'PUT',
    path: '/notes/{id}',
    operationId: 'changeNote',
    summary: 'Change a note',
    tags: ['Notes'],
    permissions: [Permission.UpdateCatalog],
    api: 'admin',
    limit: 'credentials',
    transaction: true,
    bodyLimit: 200,
    request: { params, body },
    responses: { 204: { description: 'Changed.' } },
    version: (_ctx, { params: { id } }) => Promise.resolve(`v${id}`),
    handle: () => ({ status: 204 }),
});

@RestRoutes(() => [readNote, addNote, changeNote])
@VendurePlugin({ imports: [PluginCommonModule] })
export class NotesPlugin {}
