/** Invented stories to try the page with. They come with the page, so that trying one asks nothing of a server. */
export const samples = [
  {
    title: 'a harbour bridge',
    text: `Larkmouth bridge to close for nine weeks

The swing bridge at Larkmouth will close for nine weeks from 3 March while engineers replace bearings that were fitted in 1931, the county council said on Tuesday.

“We have put this off for as long as it was safe to do so,” said Maren Oduya, the council’s director of transport. “It is no longer safe.”

The work will cost £14.2 million, about a third more than the £10.6 million that the council set aside in 2022. Steel prices have risen by 31% since then, according to a report to the finance committee.

Around 18,400 vehicles a day use the bridge. They will be sent over the Tenter Road crossing, 6.5 km upstream, which adds 20 to 25 minutes to the journey at peak times.

Traders on the east quay fear for their summer. Piet Hallam, who runs a chandlery there, said the council had “never once asked” how a closure would hit them. He expects to lose half of his trade.

“My father kept this shop open through two floods and a fire,” Hallam said.

“I would hate to be the one who shuts it because of a bearing.”

Oduya promised that a ferry for walkers and cyclists would cross every 15 minutes between 6 a.m. and 10 p.m. at no charge. She added that the council would pay “fair and prompt” compensation, but did not say how much.
`,
  },
  {
    title: 'a story to correct',
    text: `Museum roof to be rebuilt after storm

The roof of the Vellmar Museum will be rebuilt at a cost of $3.4 million, its trustees decided on Monday, 5 March 2024.

“We lost 41 paintings in one night,” said Ottilie Brandvik, the museum’s director. “We will not lose another.”

The storm of 14 February tore off 600 square metres of copper in 44 hours. It spoilt 52 works in the upper rooms: 38 paintings, 9 drawings and 4 maps.

Some 65% of the money will come from the state, 30% from insurers and 15% from donors, said Brandvick.

“It should never have happened.”

The 45-hour storm has left work for 18 months. Mr Kessler, who leads the restorers, expects the first rooms to open “by spring, with luck.
`,
  },
  {
    title: 'voices in six kinds of quotation marks',
    text: `Six towns, one river

Mayors along the River Tarn met on Friday. Each spoke in turn.

“We share the water and so we share the bill,” said Rosalind Achebe, mayor of Overton.

«Our dams are old,» said Lucien Mercadier, mayor of Saint-Aubert. «They were built for another climate.»

„We measure every hour“, said Henrike Sander, mayor of Altfurt. „Nobody measured before 1998.“

»The ferry cannot run in such a flood«, said Mads Lindqvist, mayor of Nordhavn.

”It took us 16 days to clear the mud”, said Aino Salmela, mayor of Ylijoki.

‘I have promised my voters a wall of 2.4 metres,’ said Conrad Pym, mayor of Lower Tarn.

The plan will cost €38 million over five years.
`,
  },
];
