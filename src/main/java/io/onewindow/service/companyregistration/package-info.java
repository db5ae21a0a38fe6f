/** 企业开办: what opening a company needs beyond its model. */
package io.onewindow.service.companyregistration;
