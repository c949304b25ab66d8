@näme @日本語 @x
Feature: Ünïcode 🎉 — “quotes”

  Scenario: 🎉
	Given tabs	
		| 🎉 | b  |
  	And <angle> brackets | bars
  Scenario: last line has no end
    Then ok