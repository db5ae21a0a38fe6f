package io.onewindow.simulation.model;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tells what nobody has drawn: each level is read inside the one around it, for minutes. */
final class Nesting {

  /** Shipped models nest a dozen deep. */
  static final int DEEPEST = 64;

  private Nesting() {}

  /** Whether it goes deeper than models do; what is no XML is for its parser to refuse. */
  static boolean isTooDeep(byte[] bpmn) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bpmn));
      int depth = 0;
      while (xml.hasNext() && depth <= DEEPEST) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
      return depth > DEEPEST;
    } catch (XMLStreamException malformed) {
      return false;
    }
  }
}
