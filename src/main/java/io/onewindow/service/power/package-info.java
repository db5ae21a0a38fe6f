/** 获得电力: what connecting low and high voltage customers needs beyond the models. */
package io.onewindow.service.power;
