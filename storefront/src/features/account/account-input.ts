import { z } from 'zod';

/** Names of messages under `form`. */
export type InputProblem =
    'required' | 'email' | 'tooLong' | 'tooShort' | 'country' | 'province' | 'postalCode';

const problem = (name: InputProblem) => ({ error: name });

const name = z.string(problem('required')).trim().min(1, problem('required')).max(255, problem('tooLong'));
const emailAddress = z
    .string(problem('required'))
    .trim()
    .max(255, problem('tooLong'))
    .pipe(z.email(problem('email')));
/** The server's own rule, told before the form is sent. bcrypt reads no more than 72 bytes. */
const newPassword = z.string(problem('required')).min(12, problem('tooShort')).max(72, problem('tooLong'));

export const signInSchema = z.object({
    emailAddress,
    password: z.string(problem('required')).min(1, problem('required')),
});

export const registrationSchema = z.object({
    emailAddress,
    firstName: name,
    lastName: name,
});

export const verificationSchema = z.object({ token: z.string().min(1).max(500), password: newPassword });

export const resetRequestSchema = z.object({ emailAddress });

export const resetSchema = z.object({ token: z.string().min(1), password: newPassword });

export const passwordChangeSchema = z.object({
    currentPassword: z.string(problem('required')).min(1, problem('required')),
    newPassword,
});

export const emailChangeSchema = z.object({
    newEmailAddress: emailAddress,
    password: z.string(problem('required')).min(1, problem('required')),
});

export const detailsSchema = z.object({
    firstName: name,
    lastName: name,
    phoneNumber: z.string().trim().max(64, problem('tooLong')).default(''),
});
