package io.onewindow.casefile.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail over SMTP, where {@code spring.mail.host} is set. */
@Component
class Email implements MessagePort {

  private final ObjectProvider<JavaMailSender> senders;
  private final MessageSettings settings;
  private final Clock time;

  Email(ObjectProvider<JavaMailSender> senders, MessageSettings settings, Clock time) {
    this.senders = senders;
    this.settings = settings;
    this.time = time;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public boolean isConfigured() {
    return senders.getIfAvailable() != null;
  }

  @Override
  public String address(Contacts contacts) {
    return contacts.email();
  }

  @Override
  public void send(OutgoingMessage message) {
    JavaMailSender sender = senders.getObject();
    sender.send(mail(sender.createMimeMessage(), message));
  }

  private MimeMessage mail(MimeMessage mail, OutgoingMessage message) {
    try {
      MimeMessageHelper content = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
      content.setFrom(settings.from());
      content.setTo(message.address());
      content.setSubject(message.subject());
      content.setText(message.body());
      content.setSentDate(Date.from(time.instant()));
      mail.setHeader("Message-ID", "<" + message.id() + "@" + settings.house() + ">");
      return mail;
    } catch (MessagingException malformed) {
      throw new MailPreparationException("message " + message.id(), malformed);
    }
  }
}
