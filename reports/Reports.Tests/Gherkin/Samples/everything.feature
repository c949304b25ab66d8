# language: en
# a comment before the tags
@first @second #not a tag
@third
Feature: Everything that Gherkin has
  A description of
  several lines.

    Given is no step here
  # a comment in the description

  and more of it.

  Background: a name
    Described too.
    Given a lab for <who>
    And a table
      | name  | value      |
      | bar   | a \| b     |
      # a comment in a table
      | break | a\nb \\ \x |
      | empty |            |

  @own
  Scenario:   A plain   one  
    Description of the scenario
    Given something
    * a star
    When it acts
      """json
      {
        "a": 1,
          "b": \"\"\"
      }

    less indented
      """
    Then it passes
    But not so
      ```
      """
      fenced \`\`\`
      ```

  Example: No steps at all

  @outline
  Scenario Outline: Entering <code> as <who> costs $<cost>
    Given <who> with <unknown>
      | who   | <who> |
      | fixed | x     |
    When <code> is entered
      """<type>
      code=<code>
      """
    And it takes <code><who>

    @row
    @rows
    Examples: first
      Described.
      | code | who      | cost | type |
      | 12   | a clerk  | $1   | text |
      | <who>| nobody   | $$&  | xml  |

    Scenarios:
      | code | who | cost | type |

    Examples:

  Scenario Template: With an example table of one column
    * <a>
    Examples:
      |a|
      |1|
      |   2  |

  Rule: A rule
    Told of.

    Background:
      Given a rule's own

    Example: In the rule
      Then it holds

    @tagged
    Scenario: Another in the rule
      When the wire is cut
      And it is <not> replaced

  @ruletag
  Rule: A second rule

    Scenario Outline: <n>
      Then <n>

      Examples:
        | n |
        | 1 |
        | 2 |
