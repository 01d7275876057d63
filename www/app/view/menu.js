/** Menus are `details`: a choice, a click elsewhere and Escape close them. */

/** @param {Document} document */
export function menus(document) {
  const open = () => /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details.menu[open]'));
  document.addEventListener('click', (event) => {
    for (const menu of open()) {
      const target = event.target instanceof Element ? event.target : null;
      if (!menu.contains(target) || target?.closest('button')) menu.open = false;
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of open()) {
      const hadFocus = menu.contains(document.activeElement);
      menu.open = false;
      if (hadFocus) menu.querySelector('summary')?.focus();
    }
  });
}
