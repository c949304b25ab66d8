Ability: Nothing in here but text
  Scenario is a word.
  Rule too.
