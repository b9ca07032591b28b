/** A call that failed: what the server said in its problem document (RFC 9457), or that it could not be reached. */
export class Problem extends Error {
    /**
     * @param {{status: number, code: string, title: string, detail?: string, errors?: Fault[], [extra: string]: unknown}} document
     * @typedef {{pointer: string, message?: string, sku?: string, available?: number}} Fault
     */
    constructor(document) {
        super(document.detail ? `${document.title} ${document.detail}` : document.title);
        this.document = document;
        this.status = document.status;
        this.code = document.code;
        this.title = document.title;
        this.detail = document.detail;
        /** @type {Fault[]} */
        this.errors = document.errors ?? [];
    }

    /** True when nothing is known of what the server did. */
    get unanswered() {
        return this.status === 0;
    }
}

/** The server gave no answer. */
export function unreachable() {
    return new Problem({ status: 0, code: 'UNREACHABLE', title: 'The shop cannot be reached. Check your connection.' });
}

/** The problem of a response that is not a success. @param {Response} response */
export async function problemOf(response) {
    const document = await response.json().catch(() => ({}));
    return new Problem({
        code: 'HTTP_' + response.status,
        title: 'Something went wrong on our side.',
        ...document,
        status: response.status,
    });
}
