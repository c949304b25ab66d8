@of-feature
Feature: Order
  Hooks and steps come in their order.

  Background:
    Given "background" is noted

  Scenario: A plain scenario
    When "step" is noted
    Then the notes are "background, step"

  @of-rule
  Rule: Rules have backgrounds and tags too

    Background:
      Given "rule background" is noted

    @of-scenario
    Scenario Outline: An outline
      When "<word>" is noted
      And these are noted
        | words        |
        | again <word> |
      And this is noted
        """
        <word> <unknown>
        """
      Then the notes are "background, rule background, <word>, again <word>, <word> <unknown>"
      And the tags are "<tags>"

      @of-first
      Examples:
        | word | tags                                   |
        | one  | of-scenario,of-first,of-feature,of-rule |
        | two  | of-scenario,of-first,of-feature,of-rule |

      @of-second
      Examples: the columns in another order
        | tags                                     | word  |
        | of-scenario,of-second,of-feature,of-rule | three |
