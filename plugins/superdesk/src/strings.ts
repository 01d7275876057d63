import type { ISuperdesk } from 'superdesk-api';

/** What the widget says itself, translated by Superdesk. The lists are the frame's. */
export function strings({ localization: { gettext } }: ISuperdesk): { title: string; frame: string; failed: string } {
  return {
    title: gettext('Copydesk'),
    frame: gettext('Quotes, numbers and names of the article'),
    failed: gettext('Copydesk can not be shown:'),
  };
}
