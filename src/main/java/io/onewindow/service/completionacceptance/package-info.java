/** 联合竣工验收: what accepting completed works jointly needs beyond its model. */
package io.onewindow.service.completionacceptance;
