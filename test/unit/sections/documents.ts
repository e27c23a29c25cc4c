/** Small documents of the forms that sources come in, written for the tests. */

export const NEWS_PAGE = `Council agrees to rebuild the bridge

The river crossing at Varna closed in March, and the town has lived with a ferry since.

meridian Workers inspect the pillars of the bridge in Varna, Jan. 12, 2014. Photo by MERIDIAN/Jonas Weil.

Topics covered

bridges, varna, public works

Jun 13, 2014

The council of Varna agreed on Friday to rebuild the crossing, after three months in which the town was cut in two by the river.

Comments by the minister drew fire in the chamber. “We will pay for it,” she said.

Who pays for it

The ministry will pay two thirds of the cost, and the rest will come from the province, the mayor told reporters after the vote.

Continue reading this article by registering at no cost and get:
  • The Archives
  • Exclusive Events

More from  Leila Brandt
`;

export const WIRE_DISPATCH = `BULGARIA-BRIDGE/VARNA (UPDATE 2)

Varna council votes to rebuild bridge

By Leila Brandt and Isra' al-Rubei'i

VARNA, June 13 (Reuters) - The council of Varna agreed on Friday to rebuild the crossing. The vote was close.

REACTION

The mayor said that she was pleased with it and that work would begin in August.

(Reporting by Leila Brandt in Varna; Writing by Tom Eklund; Editing by Ruth Castellan)

© 2014 Thomson Reuters. All rights reserved.
`;

export const TRANSCRIPT = `TRANSCRIPT

Ministry of Works: Press Conference on the Bridge at Varna

Sofia, June 13, 2014, 10:30 a.m.

SPOKESPERSON: Good morning. We will start with a short statement by the minister.

THE MINISTER: Thank you. The council has voted.

Q: Who will pay?

THE MINISTER: We will.

END OF TRANSCRIPT

This transcript was made from a recording and may contain errors.
`;

export const MARKDOWN = `---
title: "The bridge: a briefing"
date: 2014-06-13
author: Leila Brandt
tags: [varna, bridges, "public works"]
---

# The bridge: a briefing

What is known and what is not.

## What happened

The council voted on June 12. See [the map](https://example.org/map).

\`\`\`
# no heading
Tags: none
\`\`\`

Who is who
----------

- Ana Petrova, mayor

### Sources

Read more: https://example.org
`;

export const PLAIN_PROSE = `I met her in the spring of 2003. She was a tall woman, and she did not say much. We walked along the river until it was dark.

She told me about her brothers.

They had all left.
`;
