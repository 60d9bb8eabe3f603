import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Schema } from './arbitrary-of-schema';
import type { RestAnswer } from './rest-client';

interface Content {
    readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

export interface Operation {
    readonly operationId: string;
    readonly parameters: readonly {
        readonly name: string;
        readonly in: 'path' | 'query' | 'header';
        readonly required: boolean;
        readonly schema: Schema;
    }[];
    readonly requestBody?: Content;
    readonly responses: Readonly<Record<string, Content>>;
}

/** The description of an API, to hold its answers against. */
export class DescribedApi {
    private readonly ajv = new Ajv2020({ strict: false, allErrors: true });

    constructor(
        private readonly document: {
            readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
        },
    ) {
        // The package says of itself that it is an ES module, which it is not.
        (addFormats as unknown as { default: (ajv: Ajv2020) => void }).default(this.ajv);
        this.ajv.addSchema(document, 'openapi');
    }

    operations(): { readonly path: string; readonly method: string; readonly operation: Operation }[] {
        return Object.entries(this.document.paths).flatMap(([path, methods]) =>
            Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
        );
    }

    /** What of an answer is not described; empty when all of it is. */
    faults(path: string, method: string, operation: Operation, answer: RestAnswer): string[] {
        const described = operation.responses[answer.status];
        if (answer.status >= 500) {
            return [`status ${answer.status}`];
        }
        if (!described) {
            return [`status ${answer.status} is not described`];
        }
        const type = answer.headers.get('content-type');
        if (!described.content) {
            return answer.body === undefined ? [] : ['a body where none is described'];
        }
        if (answer.status >= 400 && type !== 'application/problem+json') {
            return [`a problem of the type ${type}`];
        }
        if (!described.content[type ?? '']) {
            return [`the type ${type} is not described`];
        }
        const pointer = ['paths', path, method, 'responses', answer.status, 'content', type ?? '', 'schema']
            .map(part => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))
            .map(encodeURIComponent)
            .join('/');
        const validate = this.ajv.getSchema(`openapi#/${pointer}`);
        if (!validate) {
            return [`no schema at ${pointer}`];
        }
        return validate(answer.body) ? [] : [this.ajv.errorsText(validate.errors)];
    }
}
