import { z } from 'zod';

/** RFC 9457, as every error is answered. */
export const problemSchema = z
    .object({
        type: z
            .string()
            .describe('Names the kind of problem, for programs: `urn:efi:problem:` and its code.'),
        title: z.string().describe('The same kind of problem for people, in English.'),
        status: z.int().describe('The status of the answer.'),
        detail: z.string().optional().describe('What was wrong this time.'),
        requestId: z.string().describe('Finds the request in the log of the server; also in `X-Request-Id`.'),
        errors: z
            .array(
                z.object({
                    detail: z.string(),
                    pointer: z.string().optional().describe('JSON Pointer into the body.'),
                    parameter: z.string().optional().describe('Or the name of a parameter.'),
                    in: z
                        .enum(['path', 'query', 'header'])
                        .optional()
                        .describe('Where the parameter stands.'),
                }),
            )
            .optional()
            .describe('Each thing that is wrong with the request.'),
    })
    .meta({ id: 'Problem' });
