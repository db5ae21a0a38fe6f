/** 水电气热信联合报装: what connecting a site to water, gas, drainage and the rest needs. */
package io.onewindow.service.utility;
