Business Need: Windows line ends

  Scenario: One
    Given a  
    | x |
    | y |
    When b
    """
    text
    """


