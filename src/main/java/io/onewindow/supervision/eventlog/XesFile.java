package io.onewindow.supervision.eventlog;

import io.onewindow.supervision.eventlog.Pseudonyms.Kind;
import io.onewindow.supervision.history.PastCase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XES 1.0 (IEEE 1849-2016): a case is a trace. */
final class XesFile implements LogFile {

  private static final String[][] EXTENSIONS = {
    {"Concept", "concept"},
    {"Lifecycle", "lifecycle"},
    {"Time", "time"},
    {"Organizational", "org"}
  };
  private static final Attribute NAME = Attribute.text("concept:name", "");

  private final XMLStreamWriter xml;
  private final Pseudonyms pseudonyms;

  XesFile(OutputStream out, Pseudonyms pseudonyms) throws IOException {
    this.pseudonyms = pseudonyms;
    try {
      xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      begin();
    } catch (XMLStreamException unwritable) {
      throw new IOException(unwritable);
    }
  }

  private void begin() throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("log");
    xml.writeAttribute("xes.version", "1849.2016");
    xml.writeAttribute("xes.features", "");
    for (String[] extension : EXTENSIONS) {
      xml.writeEmptyElement("extension");
      xml.writeAttribute("name", extension[0]);
      xml.writeAttribute("prefix", extension[1]);
      xml.writeAttribute("uri", "http://www.xes-standard.org/" + extension[1] + ".xesext");
    }
    global("trace", List.of(NAME));
    global(
        "event",
        List.of(
            NAME,
            Attribute.text("lifecycle:transition", "complete"),
            new Attribute("time:timestamp", Attribute.Type.TIME, "1970-01-01T08:00:00.000+08:00")));
    classifier("Activity", "concept:name");
    classifier("ActivityAndLifecycle", "concept:name lifecycle:transition");
    attribute(Attribute.text("lifecycle:model", "standard"));
    attribute(Attribute.text("source", "OneWindow 一窗"));
    line();
  }

  @Override
  public void write(PastCase one, List<Attribute> about, List<LogEvent> events) throws IOException {
    try {
      xml.writeStartElement("trace");
      attribute(Attribute.text("concept:name", pseudonyms.of(Kind.CASE, one.receiptNo())));
      attribute(Attribute.text("applicant", pseudonyms.of(Kind.APPLICANT, one.applicantKey())));
      attributes(about);
      for (LogEvent event : events) {
        event(event);
      }
      xml.writeEndElement();
      line();
    } catch (XMLStreamException unwritable) {
      throw new IOException(unwritable);
    }
  }

  private void event(LogEvent event) throws XMLStreamException {
    xml.writeStartElement("event");
    attribute(Attribute.text("concept:name", event.name()));
    attribute(Attribute.text("concept:instance", event.instance()));
    attribute(Attribute.text("lifecycle:transition", event.lifecycle()));
    attribute(Attribute.time("time:timestamp", event.at()));
    attribute(Attribute.text("org:resource", event.officer()));
    attribute(Attribute.text("org:group", event.department()));
    attributes(event.attributes());
    xml.writeEndElement();
  }

  private void global(String scope, List<Attribute> attributes) throws XMLStreamException {
    xml.writeStartElement("global");
    xml.writeAttribute("scope", scope);
    attributes(attributes);
    xml.writeEndElement();
  }

  private void classifier(String name, String keys) throws XMLStreamException {
    xml.writeEmptyElement("classifier");
    xml.writeAttribute("name", name);
    xml.writeAttribute("scope", "event");
    xml.writeAttribute("keys", keys);
  }

  private void attributes(List<Attribute> attributes) throws XMLStreamException {
    for (Attribute attribute : attributes) {
      attribute(attribute);
    }
  }

  /** Without a value there is nothing to say. */
  private void attribute(Attribute attribute) throws XMLStreamException {
    if (attribute.value() != null) {
      xml.writeEmptyElement(attribute.type().xes());
      xml.writeAttribute("key", attribute.key());
      xml.writeAttribute("value", attribute.value());
    }
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  @Override
  public void finish() throws IOException {
    try {
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException unwritable) {
      throw new IOException(unwritable);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException unwritable) {
      throw new IOException(unwritable);
    }
  }
}
