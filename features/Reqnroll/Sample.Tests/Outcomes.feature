Feature: Outcomes

  Scenario: A step skips
    Given a step that skips, for "there is no printer"
    And "after a skip" is noted

  Scenario: A step is not defined
    Given a step that nobody wrote

  Scenario: A step fails
    Given a step that fails, for "paper jam"
    And "after a failure" is noted

  @ignore
  Scenario: Nobody wants it
    Given a step that fails, for "it ran"

  Scenario: A hook after the scenario fails
    Given the hook after this scenario fails, for "cannot clear away"

  Scenario: It passes
    Given "fine" is noted
    But "nothing else" is noted
    * "a star" is noted
