import { html, render } from 'lit';

/**
 * Asks before something that cannot be undone.
 *
 * @param {string} question names the thing
 * @param {string} text what will happen
 * @param {string} yes what the button says that does it
 * @returns {Promise<boolean>}
 */
export function confirm(question, text, yes, no = 'Not now') {
    const dialog = document.createElement('dialog');
    dialog.className = 'dialog';
    dialog.setAttribute('aria-labelledby', 'confirm-question');
    document.body.append(dialog);
    render(
        html`<form method="dialog">
            <div class="dialog-head"><h2 id="confirm-question">${question}</h2></div>
            <div class="dialog-body"><p>${text}</p></div>
            <div class="dialog-foot">
                <button class="button button-quiet" value="no">${no}</button>
                <button class="button button-danger" value="yes" data-test="confirm-yes">${yes}</button>
            </div>
        </form>`,
        dialog,
    );
    return new Promise((answer) => {
        dialog.addEventListener('close', () => {
            dialog.remove();
            answer(dialog.returnValue === 'yes');
        });
        dialog.showModal();
    });
}
