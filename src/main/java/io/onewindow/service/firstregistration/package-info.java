/** 不动产首次登记: what registering real estate for the first time needs beyond its model. */
package io.onewindow.service.firstregistration;
