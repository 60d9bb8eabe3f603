/** What a person does, and not the software. */
export const kindsForPeople = ['RECTIFICATION', 'RESTRICTION', 'OBJECTION', 'OPT_OUT'] as const;

/** What can be asked for. Access and a file to take elsewhere are one and the same here. */
export const askedKinds = ['PORTABILITY', 'ERASURE', ...kindsForPeople] as const;

/** Of a form's field: there are several on a page. */
export const passwordOf = (form: string) => `password-${form}`;
