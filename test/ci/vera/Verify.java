// Holds PDF files against veraPDF profiles: java -cp JAR Verify.java 2u=FILE 3a=FILE…
// The jar's own reader of profiles needs JAXB, which the jar leaves out; so the profile is read
// here. A line a file, `pass` or `FAIL` first, then a line a broken rule; ends with 1 if any file
// breaks any rule.

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.ErrorDetails;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public final class Verify {
  public static void main(String[] words) throws Exception {
    if (words.length == 0) {
      System.err.println("Verify PROFILE=FILE… (PROFILE is 2u, 3a, ua1 …)");
      System.exit(2);
    }
    // The library logs to standard error what it also returns.
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    Map<String, ValidationProfile> profiles = new HashMap<>();
    boolean clean = true;
    for (String word : words) {
      String id = word.substring(0, word.indexOf('='));
      PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
      if (!profiles.containsKey(id)) profiles.put(id, readProfile(flavour));
      clean &= verify(word, flavour, profiles.get(id));
    }
    System.exit(clean ? 0 : 1);
  }

  private static boolean verify(String word, PDFAFlavour flavour, ValidationProfile profile)
      throws Exception {
    File file = new File(word.substring(word.indexOf('=') + 1));
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println((result.isCompliant() ? "pass " : "FAIL ") + word);
      brokenRules(result).forEach((rule, where) -> System.out.println("  " + rule + ": " + where));
      return result.isCompliant();
    }
  }

  /** The first place of each broken rule, by clause of the standard. */
  private static Map<String, String> brokenRules(ValidationResult result) {
    Map<String, String> broken = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
      RuleId id = assertion.getRuleId();
      String where = assertion.getMessage() + " at " + assertion.getLocation().getContext();
      broken.putIfAbsent(id.getClause() + "-" + id.getTestNumber(), where);
    }
    return broken;
  }

  private static ValidationProfile readProfile(PDFAFlavour flavour) throws Exception {
    // PDFA_2_U is described in PDFA-2U.xml.
    String name = flavour.name().replaceFirst("_", "-").replace("_", "");
    String path = "/org/verapdf/pdfa/validation/" + name + ".xml";
    Element root;
    try (InputStream stream = PDFAFlavour.class.getResourceAsStream(path)) {
      if (stream == null) throw new IOException("the jar has no profile " + path);
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      root = builder.parse(stream).getDocumentElement();
    }
    Set<Rule> rules = new HashSet<>();
    for (Element element : elements(root, "rule")) rules.add(readRule(element));
    Set<Variable> variables = new HashSet<>();
    for (Element element : elements(root, "variable")) variables.add(readVariable(element));
    var details = Profiles.profileDetailsFromValues(name, "", "", new Date(0));
    return Profiles.profileFromValues(flavour, details, "", rules, variables);
  }

  private static Rule readRule(Element rule) {
    Element id = elements(rule, "id").get(0);
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
        rule.getAttribute("tags"),
        textOf(rule, "description"),
        textOf(rule, "test"),
        readError(elements(rule, "error").get(0)),
        List.of());
  }

  private static ErrorDetails readError(Element error) {
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element argument : elements(error, "argument")) {
      String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
      arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), name, null));
    }
    return Profiles.errorFromValues(textOf(error, "message"), arguments);
  }

  private static Variable readVariable(Element variable) {
    return Profiles.variableFromValues(
        variable.getAttribute("name"),
        variable.getAttribute("object"),
        textOf(variable, "defaultValue"),
        textOf(variable, "value"));
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < found.getLength(); index += 1) {
      elements.add((Element) found.item(index));
    }
    return elements;
  }

  private static String textOf(Element parent, String name) {
    List<Element> found = elements(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }
}
