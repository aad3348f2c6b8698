"""How the basemap is made: land, borders, areas and names from two packages of Natural Earth data."""
