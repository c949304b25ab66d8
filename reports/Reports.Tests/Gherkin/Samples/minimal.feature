Feature:
  Scenario:
    Given 
    """
    """
  @a

  # between
  @b
  Scenario: tags with things between
    Given x
