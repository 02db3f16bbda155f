/**
 * Who met whom, where and when, on which track, and in which role each took part: host, mediator, convener and party apart. The headline
 * question, which mediator hosted which leaders when, is answered here.
 */
package org.parley.meeting;
