package io.onewindow.service.companyregistration;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Our own defaults, to be kept by the registrar.
 *
 * @param licencesPerPerson from how many other licences of the same legal representative a new one
 *     is reviewed by hand (一人多证)
 * @param refusedNameWords words in a name that lead to a manual review
 */
@ConfigurationProperties("onewindow.company-registration")
record CompanyRegistrationSettings(int licencesPerPerson, List<String> refusedNameWords) {}
