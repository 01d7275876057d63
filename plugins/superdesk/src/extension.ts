import type { IExtension } from 'superdesk-api';
import { strings } from './strings';
import { ID, widget } from './widget';

/** A widget beside the article. Registered in Superdesk's `startApp`; `configuration.frame` says where the frame is served. */
const extension: IExtension = {
  activate: (superdesk) =>
    Promise.resolve({
      contributions: {
        authoringSideWidgets: [
          {
            _id: ID,
            label: strings(superdesk).title,
            icon: 'quote',
            order: 9,
            component: widget(superdesk),
            isAllowed: (article) => article.type === 'text',
          },
        ],
      },
    }),
};

export default extension;
